export interface Config {
  authority: string;
  clientId: string;
  scope: string;
  language: string;
  /** Where office.js comes from. */
  officeScript: string;
  /** Sites that may show the pages in a frame. */
  hosts: string[];
}

export async function readConfig(): Promise<Config> {
  const answer = await fetch(`${import.meta.env.BASE_URL}config.json`, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  return await answer.json() as Config;
}
