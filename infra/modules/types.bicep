@export()
@description('One setting, as the container is given it: Section__Key.')
type EnvironmentVariable = {
  name: string
  value: string
}
