import { useApi } from "../api/api";
import { Download } from "../ui/Download";

export function Template({ name }: { name: string }) {
  return <Download small path={`templates/${name}?language=${useApi().language}`} name={name} text={name.split(".")[1]!} label={name} />;
}
