'use strict'

const { promisify } = require('util')
const express = require('express')

const router = express.Router()
const users = { alice: 'wonderland', bob: 'builder' }

router.post('/login', async (req, res) => {
	const { name, password } = req.body
	if (!Object.hasOwn(users, name) || users[name] !== password) {
		return res.status(401).json({ error: 'Unknown user or wrong password.' })
	}
	// A new id, so that nobody can wait in a session that was there before.
	await promisify(req.session.regenerate.bind(req.session))()
	req.session.user = name
	res.json({ user: name })
})

router.get('/', (req, res) => {
	const { user } = req.session
	res.json({
		user: user ?? null,
		state: req.session.apiKey ? 'connected' : 'not connected',
		signed: 'webhookSecret' in req.session
	})
})

router.post('/logout', async (req, res, next) => {
	delete req.session.apiKey
	delete req.session.webhookSecret
	req.session.destroy((err) => {
		if (err) return next(err)
		res.clearCookie('console.sid')
		res.sendStatus(204)
	})
})

module.exports = router
