// The bot's registration, with the identity as its application: no password anywhere.

param name string
param tags object

@description('What people see.')
param displayName string

@description('Where JuryBot is reached, without a trailing slash.')
param publicUrl string

param identityId string
param identityClientId string
param tenantId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: 'F0' } // standard channels, Teams among them, are not counted
  properties: {
    disableLocalAuth: true
    displayName: displayName
    endpoint: '${publicUrl}/api/messages'
    isStreamingSupported: false
    msaAppId: identityClientId
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenantId
    msaAppType: 'UserAssignedMSI'
    publicNetworkAccess: 'Enabled'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { enableCalling: false, isEnabled: true }
  }
}
