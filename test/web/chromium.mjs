// One Chromium for all tests in the browser. Where it is reached stands in NIANBAO_CHROMIUM.
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../vscode/server.mjs';

export default async function start() {
  const server = await chromium.launchServer(chromiumOptions());
  process.env.NIANBAO_CHROMIUM = server.wsEndpoint();
  return () => server.close();
}
