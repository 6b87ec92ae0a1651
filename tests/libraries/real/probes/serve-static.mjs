import express from 'express';
import { express as framework, servedWithSession } from '../servers.mjs';

export default {
  module: 'serve-static',
  places: {
    'files by default()': {
      proofs: {
        'files with the session': ({ default: serveStatic }) =>
          servedWithSession(framework, express, (app, folder) => app.use(serveStatic(folder)), true)(),
      },
    },
  },
};
