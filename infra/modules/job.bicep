// One of JuryBot's commands, run by the clock beside the replicas.

import { EnvironmentVariable } from 'types.bicep'

param name string
param location string
param tags object
param environmentId string
param identityId string
param registryServer string
param image string
param variables EnvironmentVariable[]

@description('The command and its options, such as [\'retention\'].')
param arguments string[]

@description('When, in UTC, as cron has it.')
param schedule string

resource job 'Microsoft.App/jobs@2025-07-01' = {
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
      registries: [{ identity: identityId, server: registryServer }]
      replicaRetryLimit: 1
      replicaTimeout: 7200
      scheduleTriggerConfig: { cronExpression: schedule, parallelism: 1, replicaCompletionCount: 1 }
      triggerType: 'Schedule'
    }
    template: {
      containers: [
        {
          name: 'jurybot'
          image: image
          args: arguments
          env: variables
          resources: { cpu: json('0.5'), memory: '1Gi' }
          volumeMounts: [{ mountPath: '/tmp', volumeName: 'temporary' }]
        }
      ]
      volumes: [{ name: 'temporary', storageType: 'EmptyDir' }]
    }
  }
}
