/** A program that is built from its Go module, and the changes made to its sources first. */
export interface GoProgram {
  name: string
  module: string
  version: string
  /** Files that are left out, because they need modules that are not available everywhere. */
  without: string[]
  replaced: { path: string; text: string; by: string }[]
  /** For `go mod edit`. */
  moduleEdits: string[]
  linkerFlags: string
}

/**
 * Without the importers for two other services, because their client modules are not on Go's module proxy.
 */
export const GITEA: GoProgram = {
  name: 'gitea',
  module: 'code.gitea.io/gitea',
  version: 'v1.27.3',
  without: ['gitlab.go', 'gitlab_test.go', 'gitea_downloader.go', 'gitea_downloader_test.go'].map(
    (name) => `services/migrations/${name}`,
  ),
  replaced: [],
  moduleEdits: [
    '-droprequire=gitea.dev/sdk',
    '-droprequire=gitlab.com/gitlab-org/api/client-go/v2',
    '-replace=gitea.dev/actions-proto-go=code.gitea.io/actions-proto-go@v0.6.0',
  ],
  linkerFlags: '-X main.Version=1.27.3',
}

/** Its cache server listens only on loopback; the original listens on every interface. */
export const RUNNER: GoProgram = {
  name: 'runner',
  module: 'gitea.com/gitea/runner',
  version: 'v1.0.8',
  without: [],
  replaced: [
    {
      path: 'act/artifactcache/handler.go',
      text: 'net.Listen("tcp", fmt.Sprintf(":%d", port))',
      by: 'net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))',
    },
  ],
  moduleEdits: [],
  linkerFlags: '-X gitea.com/gitea/runner/internal/pkg/ver.version=v1.0.8',
}
