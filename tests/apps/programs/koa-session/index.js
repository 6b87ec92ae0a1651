const Koa = require('koa')
const bodyParser = require('koa-bodyparser')
const { createSession } = require('koa-session')
const board = require('./board')
const login = require('./login')

const app = new Koa()

app.keys = [process.env.SESSION_SECRET]
app.silent = true

app.use(createSession({ key: 'board.sess', maxAge: 86400000, rolling: true }, app))
app.use(bodyParser())
app.use(login.routes())
app.use(board.routes())

const server = app.listen(process.env.PORT || 3000, '127.0.0.1', () => {
  console.log('Listening on http://127.0.0.1:' + server.address().port)
})
