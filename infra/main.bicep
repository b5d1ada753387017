// JuryBot in one resource group: infra/README.md says how to get there. No secret is asked for and none is made.

targetScope = 'resourceGroup'

import { EnvironmentVariable } from 'modules/types.bicep'

@description('What everything is named after: 3 to 12 lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param name string

param location string = resourceGroup().location

@description('The image, such as jurybot:1.2.0, in this deployment\'s registry. Empty the first time, before there is one: everything but JuryBot itself is made.')
param image string = ''

@description('Client id of the app registration of JuryBot\'s API and pages.')
param entraClientId string

@description('The school or certifier, as candidates read it.')
param organisationName string

@description('Address of the juries\' shared mailbox; empty for the convening coordinator\'s own.')
param mailbox string = ''

@description('JuryBot\'s id in the organisation\'s Teams catalogue; empty until it has been uploaded.')
param teamsAppId string = ''

@description('Further settings by their name in the container, such as { Organisation__Contact: \'jurys@ecole.example\' }. The root README lists them.')
param settings { *: string } = {}

@description('A host name of your own; empty for the platform\'s name. certificateId goes with it.')
param hostName string = ''

@description('Resource id of the certificate of hostName in the environment.')
param certificateId string = ''

@minValue(1)
param minReplicas int

@minValue(1)
param maxReplicas int

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string

@description('Whether storage answers outside of JuryBot\'s network too, to tokens only.')
param storageOpen bool

param zoneRedundant bool

@description('Keeps the storage account from being deleted by mistake.')
param locked bool

@minValue(7)
@maxValue(30)
param recoveryDays int

@minValue(30)
@maxValue(730)
param logDays int

@description('Public addresses of administrators who run commands against the storage account.')
param administratorAddresses string[] = []

var tags = { application: 'JuryBot' }
var unique = take(uniqueString(resourceGroup().id, name), 8)
var host = empty(hostName) ? '${name}.${environment.outputs.defaultDomain}' : hostName
var publicUrl = 'https://${host}'

// The keys of the product's configuration. Its own defaults are not said again.
var variables EnvironmentVariable[] = concat(
  [
    { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: monitoring.outputs.connectionString }
    { name: 'AZURE_CLIENT_ID', value: identity.outputs.clientId }
    // Behind the platform's proxy, which says whom it speaks for.
    { name: 'ASPNETCORE_FORWARDEDHEADERS_ENABLED', value: 'true' }
    { name: 'Bot__AppId', value: identity.outputs.clientId }
    { name: 'Bot__TenantId', value: tenant().tenantId }
    // Entra gives an application a token for itself by its id only.
    { name: 'Entra__Audience', value: entraClientId }
    { name: 'Entra__ClientId', value: entraClientId }
    { name: 'Entra__TenantId', value: tenant().tenantId }
    { name: 'Graph__Mailbox', value: mailbox }
    { name: 'Graph__TeamsAppId', value: teamsAppId }
    { name: 'Organisation__Name', value: organisationName }
    { name: 'Site__PublicUrl', value: publicUrl }
    { name: 'Storage__BlobUri', value: storage.outputs.blobUri }
    { name: 'Storage__QueueUri', value: storage.outputs.queueUri }
    { name: 'Storage__TableUri', value: storage.outputs.tableUri }
  ],
  map(items(settings), setting => { name: setting.key, value: setting.value })
)

var jobs = [
  { name: 'retention', schedule: '20 2 * * *' }
  { name: 'verify', schedule: '20 3 * * 0' }
]

module identity 'modules/identity.bicep' = {
  params: { name: name, location: location, tags: tags }
}

module network 'modules/network.bicep' = {
  params: { name: name, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  params: { name: name, location: location, tags: tags, retentionDays: logDays }
}

module registry 'modules/registry.bicep' = {
  params: { name: '${name}${unique}', location: location, tags: tags, principalId: identity.outputs.principalId }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: '${name}${unique}'
    location: location
    tags: tags
    sku: storageSku
    subnetId: network.outputs.subnetId
    open: storageOpen
    administratorAddresses: administratorAddresses
    principalId: identity.outputs.principalId
    recoveryDays: recoveryDays
    locked: locked
  }
}

module environment 'modules/environment.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    subnetId: network.outputs.subnetId
    workspaceId: monitoring.outputs.workspaceId
    zoneRedundant: zoneRedundant
  }
}

module app 'modules/app.bicep' = if (!empty(image)) {
  params: {
    name: name
    location: location
    tags: tags
    environmentId: environment.outputs.id
    identityId: identity.outputs.id
    registryServer: registry.outputs.loginServer
    image: '${registry.outputs.loginServer}/${image}'
    variables: variables
    storageName: storage.outputs.name
    queueName: storage.outputs.queueName
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    hostName: hostName
    certificateId: certificateId
  }
}

module commands 'modules/job.bicep' = [
  for job in jobs: if (!empty(image)) {
    name: 'job-${job.name}'
    params: {
      name: '${name}-${job.name}'
      location: location
      tags: tags
      environmentId: environment.outputs.id
      identityId: identity.outputs.id
      registryServer: registry.outputs.loginServer
      image: '${registry.outputs.loginServer}/${image}'
      variables: variables
      arguments: [job.name]
      schedule: job.schedule
    }
  }
]

module bot 'modules/bot.bicep' = {
  params: {
    name: '${name}-${unique}'
    tags: tags
    displayName: 'JuryBot'
    publicUrl: publicUrl
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    tenantId: tenant().tenantId
  }
}

output publicUrl string = publicUrl
output botAppId string = identity.outputs.clientId
output identityPrincipalId string = identity.outputs.principalId
output registryServer string = registry.outputs.loginServer
output storageName string = storage.outputs.name
