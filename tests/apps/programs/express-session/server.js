'use strict'

const express = require('express')
const session = require('express-session')
const FileStore = require('session-file-store')(session)

const app = express()

const options = {
	name: 'console.sid',
	store: new FileStore({ path: process.env.SESSION_DIR, logFn: () => {}, retries: 0 }),
	secret: process.env.SESSION_SECRET,
	resave: false,
	saveUninitialized: false,
	cookie: { sameSite: 'lax', secure: false, maxAge: 8 * 60 * 60 * 1000 }
}

if (app.get('env') === 'production') {
	app.set('trust proxy', 1)
	options.cookie.secure = true
}

app.use(express.json())
app.use(session(options))

app.use('/account', require('./routes/account'))
app.use('/keys', require('./routes/keys'))
app.use('/events', require('./routes/events'))

const server = app.listen(process.env.PORT || 3000, '127.0.0.1', () => {
	console.log('Listening on http://127.0.0.1:' + server.address().port)
})
