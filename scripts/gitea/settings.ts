import { join } from 'node:path'

export type Settings = Record<string, Record<string, string | number | boolean>>

/** Gitea for one user on loopback, without SSH and without any contact to the outside. */
export function serverSettings(given: {
  directory: string
  port: number
  staticRoot: string
  userName: string
}): Settings {
  return {
    '': {
      RUN_MODE: 'prod',
      RUN_USER: given.userName,
      WORK_PATH: given.directory,
      // Otherwise Gitea refuses to run as root. It listens only on loopback and ends with the check.
      ...(given.userName === 'root' && { I_AM_BEING_UNSAFE_RUNNING_AS_ROOT: true }),
    },
    server: {
      PROTOCOL: 'http',
      HTTP_ADDR: '127.0.0.1',
      HTTP_PORT: given.port,
      ROOT_URL: `http://127.0.0.1:${given.port}/`,
      STATIC_ROOT_PATH: given.staticRoot,
      OFFLINE_MODE: true,
      DISABLE_SSH: true,
    },
    database: { DB_TYPE: 'sqlite3', PATH: join(given.directory, 'gitea.db') },
    security: { INSTALL_LOCK: true },
    service: { DISABLE_REGISTRATION: true },
    session: { PROVIDER: 'memory' },
    actions: { ENABLED: true, DEFAULT_ACTIONS_URL: 'self' },
    indexer: { ISSUE_INDEXER_TYPE: 'db' },
    'cron.update_checker': { ENABLED: false },
    log: { MODE: 'console', LEVEL: 'Warn' },
  }
}

export function ini(settings: Settings): string {
  return Object.entries(settings)
    .map(([section, values]) => {
      const lines = Object.entries(values).map(([name, value]) => `${name} = ${value}\n`)
      return `${section === '' ? '' : `[${section}]\n`}${lines.join('')}`
    })
    .join('\n')
}

/**
 * One job at a time, because in host mode the jobs of a repository share their folder. JSON is also valid
 * YAML.
 */
export function runnerSettings(given: { directory: string; label: string }): unknown {
  return {
    log: { level: 'info' },
    runner: {
      file: join(given.directory, 'runner', 'registration.json'),
      capacity: 1,
      timeout: '20m',
      fetch_interval: '1s',
      fetch_interval_max: '1s',
      state_report_interval: '1s',
      labels: [given.label],
    },
    cache: { enabled: true, dir: join(given.directory, 'cache'), host: '127.0.0.1', port: 0 },
    host: { workdir_parent: join(given.directory, 'runner', 'jobs') },
  }
}
