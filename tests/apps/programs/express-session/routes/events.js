'use strict'

const { createHmac } = require('crypto')
const express = require('express')

const router = express.Router()

router.get('/', async (req, res) => {
	const { apiKey } = req.session
	if (!apiKey) return res.status(409).json({ error: 'Connect an account first.' })

	const answer = await fetch(process.env.PROVIDER_URL + '/invoices', {
		headers: { authorization: `Bearer ${apiKey}` }
	})
	res.status(answer.status).json(await answer.json())
})

router.post('/sign', async (req, res) => {
	if (req.session.webhookSecret === undefined) return res.sendStatus(409)

	const signature = createHmac('sha256', req.session.webhookSecret).update(req.body.text).digest('hex')
	res.json({ signature })
})

module.exports = router
