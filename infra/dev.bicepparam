using 'main.bicep'

// To try it: one replica, one copy of the data in one place, nothing to unlock before it is thrown away.
param name = 'jurybotdev'
param image = readEnvironmentVariable('JURYBOT_IMAGE', '')
param entraClientId = readEnvironmentVariable('JURYBOT_ENTRA_CLIENT_ID', '00000000-0000-0000-0000-000000000000')
param organisationName = 'École de démonstration'
param mailbox = ''
param teamsAppId = ''
param minReplicas = 1
param maxReplicas = 2
param storageSku = 'Standard_LRS'
param storageOpen = true
param zoneRedundant = false
param locked = false
param recoveryDays = 7
param logDays = 30
