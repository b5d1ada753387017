import { Button, Spinner } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/api";
import type { Known } from "../api/routes";
import { ProblemBar } from "./ProblemBar";
import { save } from "./save";

interface Props<Path extends string> {
  /** Address in the API. */
  path: Known<"get", Path>;
  /** Where the server says no name. */
  name: string;
  /** Beside the icon. */
  text?: string;
  /** When the text does not say of what, or there is none. */
  label?: string;
  small?: boolean;
}

/** A file is fetched with the person's token, so it is handed over as a local one. */
export function Download<Path extends string>({ path, name, text, label, small }: Props<Path>) {
  const api = useApi();
  const get = useMutation({ mutationFn: () => api.file<Path>(path), onSuccess: file => save(file.blob, file.name ?? name) });
  return (
    <>
      <Button size={small ? "small" : "medium"} icon={get.isPending ? <Spinner size="tiny" /> : <ArrowDownloadRegular />} disabled={get.isPending}
        aria-label={label} onClick={() => get.mutate()}>{text}</Button>
      {get.error && <ProblemBar error={get.error} retry={() => get.mutate()} />}
    </>
  );
}
