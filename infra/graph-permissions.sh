#!/usr/bin/env bash
# Gives JuryBot's identity the Microsoft Graph permissions that Entra grants; those on mailboxes are Exchange's (exchange-scope.ps1).
# Needs a Privileged Role Administrator signed in with az.
#   bash infra/graph-permissions.sh PRINCIPAL-ID [remove]
set -euo pipefail
principal=${1:?PRINCIPAL-ID is missing: identityPrincipalId of the deployment}
action=${2:-grant}
permissions=(Place.Read.All TeamsAppInstallation.ReadWriteSelfForUser.All User.Read.All)

assignments=https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignments
service=$(az ad sp show --id 00000003-0000-0000-c000-000000000000 --query id --output tsv)
for permission in "${permissions[@]}"; do
  role=$(az ad sp show --id "$service" --query "appRoles[?value=='$permission' && contains(allowedMemberTypes, 'Application')].id | [0]" --output tsv)
  held=$(az rest --method GET --url "$assignments" --query "value[?appRoleId=='$role'].id | [0]" --output tsv)
  if [ "$action" = remove ]; then
    [ -z "$held" ] || az rest --method DELETE --url "$assignments/$held"
    echo "$permission: not granted"
  else
    [ -n "$held" ] || az rest --method POST --url "$assignments" --headers Content-Type=application/json --output none \
      --body "{ \"principalId\": \"$principal\", \"resourceId\": \"$service\", \"appRoleId\": \"$role\" }"
    echo "$permission: granted"
  fi
done
