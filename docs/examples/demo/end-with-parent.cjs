'use strict';
// Preloaded into the example's servers: when the demo is gone, however it went, so are they.
process.on('disconnect', () => process.exit());
