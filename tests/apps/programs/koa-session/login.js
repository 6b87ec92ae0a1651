const { Router } = require('@koa/router')

const router = new Router()

router.post('/login', async ctx => {
  const { name, password } = ctx.request.body
  const response = await fetch(process.env.PROVIDER_URL + '/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', username: name, password })
  })
  if (!response.ok) ctx.throw(401, 'Unknown user or wrong password.')

  const { access_token: accessToken } = await response.json()
  ctx.session.visitor = { name, role: 'member' }
  ctx.session.visitor.accessToken = accessToken
  ctx.redirect('/')
})

router.post('/logout', async ctx => {
  if (ctx.session.visitor) {
    ctx.session.visitor.accessToken = null
  }
  ctx.session = null
  ctx.status = 204
})

module.exports = router
