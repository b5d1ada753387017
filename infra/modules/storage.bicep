// Tables, queue and documents. Entra tokens only: an account key does not open it.

param name string
param location string
param tags object

@description('Replication of the account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param sku string

@description('The subnet that is always let in.')
param subnetId string

@description('Whether requests from elsewhere are looked at too; they need a token of the identity\'s roles either way.')
param open bool

@description('Public addresses or CIDR ranges of administrators who run commands against the account (verify, backup); empty for none.')
param administratorAddresses string[]

@description('Who reads and writes.')
param principalId string

@description('Days for which a deleted or replaced document can still be brought back. What is erased at somebody\'s request is gone for good after them.')
@minValue(7)
@maxValue(30)
param recoveryDays int

@description('Keeps the account from being deleted by mistake.')
param locked bool

// Names are those that the product gives its queue and container (section Storage, without a prefix).
var queueName = 'wakeups'

var roles = {
  table: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  queue: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  blob: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    networkAcls: {
      bypass: 'None'
      defaultAction: open ? 'Allow' : 'Deny'
      ipRules: [for address in administratorAddresses: { action: 'Allow', value: address }]
      virtualNetworkRules: [{ action: 'Allow', id: subnetId }]
    }
    publicNetworkAccess: 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: { days: recoveryDays, enabled: true }
    deleteRetentionPolicy: { allowPermanentDelete: false, days: recoveryDays, enabled: true }
    isVersioningEnabled: true
  }
}

// Versioning keeps what is deleted for ever; what a person had erased must go.
resource forgetting 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          definition: {
            actions: { version: { delete: { daysAfterCreationGreaterThan: 1 } } }
            filters: { blobTypes: ['blockBlob'] }
          }
          enabled: true
          name: 'previous-versions'
          type: 'Lifecycle'
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'
}

// JuryBot makes its tables, queue and container itself; the queue must be there before the scale rule looks at it,
// which otherwise fails and holds the number of replicas.
resource wakeUps 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = {
  parent: queues
  name: queueName
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, principalId, role.value)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'jurybot-records'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Decisions of juries: to be kept for as long as the law says.'
  }
}

output name string = account.name
output queueName string = wakeUps.name
output tableUri string = account.properties.primaryEndpoints.table
output queueUri string = account.properties.primaryEndpoints.queue
output blobUri string = account.properties.primaryEndpoints.blob
