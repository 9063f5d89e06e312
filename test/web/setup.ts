/** Before each file of tests in the browser: its clients speak to a worker in Chromium. */
import { afterAll } from 'vitest';
import { pagesOfTests, serverOfTests } from '../kit/client';
import { closePage, startWorker } from './worker';

serverOfTests.start = startWorker;
serverOfTests.inWorker = true;
serverOfTests.options = { pages: pagesOfTests };

afterAll(closePage);
