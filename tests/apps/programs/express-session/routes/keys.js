'use strict'

const express = require('express')

const router = express.Router()

router.use((req, res, next) => {
	if (!req.session.user) return res.status(401).json({ error: 'Log in first.' })
	next()
})

router.post('/', async (req, res) => {
	const check = await fetch(process.env.PROVIDER_URL + '/invoices', {
		headers: { authorization: 'Bearer ' + req.body.key }
	})
	if (!check.ok) return res.status(400).json({ error: 'The provider does not know this key.' })

	req.session.apiKey = req.body.key
	req.session.webhookSecret = req.body.webhookSecret
	req.session.connectedBy = req.session.user
	res.status(201).json({ connected: true })
})

router.delete('/', async (req, res) => {
	/* the console forgets it; the key itself stays valid */
	req.session.apiKey = null
	res.json({ connected: false })
})

module.exports = router
