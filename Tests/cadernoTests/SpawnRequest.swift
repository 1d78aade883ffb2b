#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Everything that starting a child takes.
struct SpawnRequest {
  var path: String
  var arguments: [String]
  var folder: String
  var environment: [String: String]
  /// Descriptors that become the child's standard output and standard error.
  var output: CInt
  var errors: CInt

  #if canImport(Darwin)
    private typealias Actions = posix_spawn_file_actions_t?
    private typealias Attributes = posix_spawnattr_t?
  #else
    private typealias Actions = posix_spawn_file_actions_t
    private typealias Attributes = posix_spawnattr_t
  #endif

  /// The child's number.
  func start() -> pid_t {
    #if canImport(Darwin)
      var (actions, attributes): (Actions, Attributes) = (nil, nil)
    #else
      var (actions, attributes) = (Actions(), Attributes())
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    // Whatever started the tests may ignore signals, the threads that tests run on block them,
    // and a child would inherit both.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    return spawn(&actions, &attributes)
  }

  private func spawn(_ actions: inout Actions, _ attributes: inout Attributes) -> pid_t {
    // Not every C library lets a spawned child begin in another folder; the shell does.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, path]
    let words = (shell + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, shell[0], &actions, &attributes, words, variables)
    precondition(error == 0, "\(path) can't be started: error \(error)")
    return process
  }
}
