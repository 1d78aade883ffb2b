internal import ArgumentParser
internal import Caching
internal import Diagnostics
internal import Files
internal import FoundationEssentials

/// `caderno cache`: what is kept between runs, and giving some of it up.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "Shows what is kept between runs, or gives some of it up.",
    discussion: """
      Everything here can be made again; deleting it costs nothing but time. Ages count from when \
      a result was written.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder of the notebooks whose cache is meant.", valueName: "folder"))
  var folder = "."

  @Option(help: ArgumentHelp("Give up results older than this.", valueName: "days"))
  var olderThan: Double?

  @Option(
    help: ArgumentHelp(
      "Give up the oldest results until the rest has at most this size: 500M, 2G.",
      valueName: "size"))
  var maxSize: ByteCount?

  @Flag(help: "Give up everything.")
  var clear = false

  @OptionGroup var options: CacheOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if let olderThan, !(olderThan >= 0 && olderThan < 1e6) {
      throw ValidationError("--older-than must be from 0 to 999999 days")
    }
    if options.noCache { throw ValidationError("--no-cache leaves nothing to show") }
  }

  func run() throws {
    try speech.console.showingProblems { try work(speech.console) }
  }

  private func work(_ console: Console) throws {
    let cache = options.cache(beside: PathText.join(folder, "lesson.md"))
    if let error = cache.obstacle {
      throw Problem(ExitCodes.world, code: error.code, error.message)
    }
    let survey = CacheSurvey(cache)
    guard clear || olderThan != nil || maxSize != nil else {
      return console.print(table(survey, cache))
    }
    let time = olderThan.map { Date().timeIntervalSince1970 - $0 * 86_400 }
    let surplus = survey.surplus(before: time, above: clear ? 0 : maxSize?.bytes)
    CacheSurvey.removeLeftovers(of: cache)
    let freed = survey.remove(surplus)
    console.say(
      Message(
        "gave up \(surplus.count) of \(survey.files.count) results, \(ByteCount(freed))",
        pt: "descartados \(surplus.count) de \(survey.files.count) resultados, \(ByteCount(freed))")
    )
  }

  private func table(_ survey: CacheSurvey, _ cache: ResultCache) -> String {
    let rows =
      survey.kinds.map { ($0.name, $0.files, $0.bytes) }
      + [("total", survey.files.count, survey.bytes)]
    let lines = rows.map { name, count, bytes in
      name.padding(to: 10) + String(count).leftPadding(to: 7) + "  " + "\(ByteCount(bytes))"
    }
    return ([cache.folder] + lines).joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func leftPadding(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
