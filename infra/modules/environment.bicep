// Where the replicas run: in our subnet, their console in Log Analytics.

param name string
param location string
param tags object
param subnetId string
param workspaceId string

@description('Spreads replicas over the region\'s availability zones; cannot be changed later.')
param zoneRedundant bool

resource environment 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: zoneRedundant
  }
}

// Sent by the platform itself: no workspace key is handed out.
resource console 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'console'
  scope: environment
  properties: {
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
    workspaceId: workspaceId
  }
}

output id string = environment.id
output defaultDomain string = environment.properties.defaultDomain
