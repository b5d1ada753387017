using 'main.bicep'

// A season: two replicas in different zones at any time, data in three zones, a lock on what must be kept.
param name = 'jurybot'
param image = readEnvironmentVariable('JURYBOT_IMAGE', '')
param entraClientId = readEnvironmentVariable('JURYBOT_ENTRA_CLIENT_ID', '00000000-0000-0000-0000-000000000000')
param organisationName = 'École à nommer'
param mailbox = 'jurys@ecole.example'
param teamsAppId = ''
param settings = {
  Organisation__Contact: 'jurys@ecole.example'
}
param minReplicas = 2
param maxReplicas = 10
param storageSku = 'Standard_ZRS'
param storageOpen = false
param zoneRedundant = true
param locked = true
param recoveryDays = 30
param logDays = 90
