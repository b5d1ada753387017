#!/usr/bin/env bash
# Registers JuryBot's API and pages in Entra, or brings the registration up to date. Needs an Application Administrator signed in with az.
#   bash infra/entra.sh NAME [https://HOST]
# HOST is where JuryBot is reached: give it once it is known. Prints the client id. Makes no secret.
set -euo pipefail
name=${1:?NAME is missing: what the registration is called, such as JuryBot}
host=${2:-}
graph=https://graph.microsoft.com/v1.0
body=$(mktemp)
trap 'rm -f "$body"' EXIT

# Sends what is in the body; prints the id of what was made.
send() { az rest --method "$1" --url "$2" --headers Content-Type=application/json --body "@$body" --query id --output tsv; }

object=$(az ad app list --filter "displayName eq '$name'" --query '[0].id' --output tsv)
if [ -z "$object" ]; then
  # v2 tokens; a scope for the pages; two roles that seed who may do what.
  cat > "$body" <<JSON
{
  "displayName": "$name",
  "signInAudience": "AzureADMyOrg",
  "api": {
    "requestedAccessTokenVersion": 2,
    "oauth2PermissionScopes": [{
      "id": "6f1f2a4e-3c0f-4d0b-8f55-0d1a35f6b1c1", "value": "access_as_user", "type": "User", "isEnabled": true,
      "adminConsentDisplayName": "Use JuryBot", "adminConsentDescription": "The pages act for the person signed in.",
      "userConsentDisplayName": "Use JuryBot", "userConsentDescription": "The pages act for you."
    }]
  },
  "appRoles": [
    { "id": "0d7d0a5e-6a53-4d35-9c58-5d5a1a4c8f01", "value": "Coordinator", "displayName": "Coordinator", "description": "Convenes juries", "allowedMemberTypes": ["User"], "isEnabled": true },
    { "id": "0d7d0a5e-6a53-4d35-9c58-5d5a1a4c8f02", "value": "Director", "displayName": "Director", "description": "Appoints presidents and signs", "allowedMemberTypes": ["User"], "isEnabled": true }
  ]
}
JSON
  object=$(send POST "$graph/applications")
fi

client=$(az ad app show --id "$object" --query appId --output tsv)
domain=${host#https://}; domain=${domain%/}
# Teams and Outlook want the host in the URI; brk-multihub lets the pane sign in through them, and an Outlook that cannot comes back to pane.html. The two client ids are Teams' own, on the web and installed: its tab asks nobody.
scope=6f1f2a4e-3c0f-4d0b-8f55-0d1a35f6b1c1
teams="{ \"appId\": \"5e3ce6c0-2b1f-4285-8d4b-75ee78787346\", \"delegatedPermissionIds\": [\"$scope\"] }, { \"appId\": \"1fec8e78-bce4-4aaf-ab1b-5451cc387264\", \"delegatedPermissionIds\": [\"$scope\"] }"
if [ -n "$host" ]; then
  echo "{ \"identifierUris\": [\"api://$domain/$client\"], \"spa\": { \"redirectUris\": [\"https://$domain/app/\", \"https://$domain/app/pane.html\", \"brk-multihub://$domain\"] }, \"api\": { \"preAuthorizedApplications\": [$teams] } }" > "$body"
  send PATCH "$graph/applications/$object" > /dev/null
elif [ -z "$(az ad app show --id "$object" --query 'identifierUris[0]' --output tsv)" ]; then
  az ad app update --id "$object" --identifier-uris "api://$client"
fi

# Consent for the whole organisation to what the pages ask for, so that nobody is asked.
service=$(az ad sp list --filter "appId eq '$client'" --query '[0].id' --output tsv)
service=${service:-$(az ad sp create --id "$client" --query id --output tsv)}
graphService=$(az ad sp show --id 00000003-0000-0000-c000-000000000000 --query id --output tsv)
granted=$(az rest --method GET --url "$graph/servicePrincipals/$service/oauth2PermissionGrants" --query 'value[].resourceId' --output tsv)
for pair in "$service access_as_user" "$graphService openid profile"; do
  resource=${pair%% *}
  case "$granted" in *"$resource"*) continue ;; esac
  echo "{ \"clientId\": \"$service\", \"consentType\": \"AllPrincipals\", \"resourceId\": \"$resource\", \"scope\": \"${pair#* }\" }" > "$body"
  send POST "$graph/oauth2PermissionGrants" > /dev/null
done

echo "$client"
