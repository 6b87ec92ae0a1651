// Sessions of a gym, a terminal, a conference: the word belongs to everybody.
const pty = require('node-pty');
const ssh = require('ssh2');

class Session {
  constructor(trainer, room) {
    this.trainer = trainer;
    this.room = room;
    this.password = null;
  }
}

function schedule(trainer, rooms) {
  const session = new Session(trainer, rooms[0]);
  session.key = `${trainer.id}-${rooms[0].id}`;
  session.pin = rooms[0].pin;
  console.info('scheduled', session);
  return session;
}

function connect(host, privateKey) {
  const session = new ssh.Client();
  session.privateKey = privateKey;
  session.connect({ host, privateKey });
  const shell = pty.spawn('bash', [], {});
  shell.session = session;
  return { session, shell };
}

module.exports = { schedule, connect, session: { secretary: 'Ada' } };
