'use strict';

const cookieSession = require('cookie-session');
const express = require('express');
const account = require('./routes/account');
const invoices = require('./routes/invoices');

const app = express();

app.use(cookieSession({ name: 'session', keys: ['keyboard cat'], maxAge: 24 * 60 * 60 * 1000 }));
app.use(express.json());
app.use(account);
app.use(invoices);

module.exports = app;
