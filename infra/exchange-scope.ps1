<#
Lets JuryBot's identity into the juries' mailboxes, and into no other (Exchange RBAC for Applications).
Needs an Exchange Administrator: Install-Module ExchangeOnlineManagement; Connect-ExchangeOnline.

  ./infra/exchange-scope.ps1 -AppId BOT-APP-ID -ObjectId PRINCIPAL-ID -Group jurybot-mailboxes@ecole.example [-Jurors jurors@ecole.example] [-Remove]

Group is a mail-enabled security group of the juries' shared mailbox (or of the coordinators, who then write from their own). Jurors is one of
the people whose free and busy times may be read. Members of groups in a group do not count.
#>
param(
    [Parameter(Mandatory)] [guid] $AppId,
    [Parameter(Mandatory)] [guid] $ObjectId,
    [Parameter(Mandatory)] [string] $Group,
    [string] $Jurors,
    [switch] $Remove
)
$ErrorActionPreference = 'Stop'

$roles = @('Application Calendars.Read', 'Application Calendars.ReadWrite', 'Application Mail.ReadWrite', 'Application Mail.Send')

if ($Remove) {
    Get-ManagementRoleAssignment | Where-Object { $_.Name -like 'JuryBot *: Application *' } | Remove-ManagementRoleAssignment -Confirm:$false
    Get-ManagementScope | Where-Object { $_.Name -in 'JuryBot mailboxes', 'JuryBot jurors' } | Remove-ManagementScope -Confirm:$false
    Remove-ServicePrincipal -Identity $ObjectId -Confirm:$false
    return
}

if (-not (Get-ServicePrincipal | Where-Object { $_.AppId -eq $AppId })) {
    New-ServicePrincipal -AppId $AppId -ObjectId $ObjectId -DisplayName 'JuryBot'
}

function Grant([string] $scope, [string] $address, [string[]] $names) {
    $members = "MemberOfGroup -eq '$((Get-DistributionGroup $address).DistinguishedName)'"
    if (Get-ManagementScope | Where-Object { $_.Name -eq $scope }) {
        Set-ManagementScope -Identity $scope -RecipientRestrictionFilter $members
    }
    else {
        New-ManagementScope -Name $scope -RecipientRestrictionFilter $members
    }

    $held = (Get-ManagementRoleAssignment).Name
    foreach ($role in $names) {
        if ("${scope}: $role" -notin $held) {
            New-ManagementRoleAssignment -Name "${scope}: $role" -App $ObjectId -Role $role -CustomResourceScope $scope
        }
    }
}

Grant 'JuryBot mailboxes' $Group $roles
if ($Jurors) {
    Grant 'JuryBot jurors' $Jurors @('Application Calendars.Read')
}
