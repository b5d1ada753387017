// JuryBot, serving: 1 to n replicas of one image.

import { EnvironmentVariable } from 'types.bicep'

param name string
param location string
param tags object
param environmentId string
param identityId string
param registryServer string
param image string
param variables EnvironmentVariable[]
param storageName string
param queueName string

@description('One at least: deadlines fall due when nobody asks for anything.')
@minValue(1)
param minReplicas int

@minValue(1)
param maxReplicas int

@description('A host name of your own whose certificate the environment has; empty for the platform\'s name.')
param hostName string

@description('Resource id of the certificate of hostName.')
param certificateId string

var port = 8080

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      // A new revision takes over once it is ready; the old one runs beside it until then.
      activeRevisionsMode: 'Single'
      ingress: {
        allowInsecure: false
        customDomains: empty(hostName)
          ? null
          : [{ bindingType: 'SniEnabled', certificateId: certificateId, name: hostName }]
        external: true
        targetPort: port
        transport: 'auto'
      }
      maxInactiveRevisions: 5
      registries: [{ identity: identityId, server: registryServer }]
    }
    template: {
      containers: [
        {
          name: 'jurybot'
          image: image
          env: variables
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/health/live', port: port }
              failureThreshold: 10
              periodSeconds: 6
              timeoutSeconds: 5
            }
            {
              type: 'Liveness'
              httpGet: { path: '/health/live', port: port }
              failureThreshold: 3
              periodSeconds: 10
              timeoutSeconds: 5
            }
            {
              type: 'Readiness'
              httpGet: { path: '/health/ready', port: port }
              failureThreshold: 3
              periodSeconds: 10
              timeoutSeconds: 5
            }
          ]
          resources: { cpu: json('1.0'), memory: '2Gi' }
          volumeMounts: [{ mountPath: '/tmp', volumeName: 'temporary' }]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: { metadata: { concurrentRequests: '40' } }
          }
          {
            // Every decision leaves a wake-up for half a minute, which the length counts too: 600 are twenty decisions a second.
            name: 'wake-ups'
            azureQueue: { accountName: storageName, identity: identityId, queueLength: 600, queueName: queueName }
          }
        ]
      }
      // Deliveries under way are finished or handed back.
      terminationGracePeriodSeconds: 60
      // Uploads and workbooks pass through here; nothing that must stay does.
      volumes: [{ name: 'temporary', storageType: 'EmptyDir' }]
    }
  }
}

output fqdn string = app.properties.configuration.ingress.fqdn
