import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/api";
import { ProblemBar } from "../ui/ProblemBar";

/** A template is fetched with the person's token, so it is handed over as a local file. */
export function Template({ name }: { name: string }) {
  const api = useApi();
  const get = useMutation({
    mutationFn: () => api.download(`templates/${name}?language=${api.language}`),
    onSuccess: file => {
      const url = URL.createObjectURL(file);
      const link = Object.assign(document.createElement("a"), { href: url, download: name });
      link.click();
      URL.revokeObjectURL(url);
    },
  });
  return (
    <>
      <Button size="small" icon={<ArrowDownloadRegular />} disabled={get.isPending} onClick={() => get.mutate()}
        aria-label={name}>{name.split(".")[1]}</Button>
      {get.error && <ProblemBar error={get.error} retry={() => get.mutate()} />}
    </>
  );
}
