import CDisobedient
import Glibc
import Sandbox

/// A program that tries from everywhere what the fence forbids, and says what came of it.
///
/// It is there for tests alone; `caderno` has nothing of it.
@main
struct Disobedient {
  /// Words: a mode, a folder for the fence, a folder outside, a port, and the newest version of
  /// Landlock to make use of.
  ///
  /// Or `without-landlock` and a command line, which then runs as on a kernel that has none.
  static func main() {
    let words = CommandLine.arguments
    if words.count > 2, words[1] == "without-landlock" { runWithoutLandlock(Array(words[2...])) }
    guard words.count == 6, let port = UInt16(words[4]), let newest = Int(words[5]) else {
      exit(64)
    }
    let places = Places(folder: words[2], outside: words[3], port: port)
    switch words[1] {
    case "free": tryAll(places)
    case "fenced":
      enter(places, newest)
      tryAll(places)
    case "calls":
      enter(places, newest)
      tryCalls()
    case "late":
      startThread()
      enter(places, newest)
    default: exit(64)
    }
    fflush(nil)
  }

  private static func runWithoutLandlock(_ words: [String]) -> Never {
    precondition(disobedient_hide_landlock() == 0, "no filter to be had")
    execv(words[0], words.map { strdup($0) } + [nil])
    exit(127)
  }

  /// Starts a thread that does nothing. `main` belongs to the main actor, and so would a closure in it,
  /// which traps on any other thread.
  nonisolated private static func startThread() {
    var thread = pthread_t()
    pthread_create(&thread, nil, { _ in while true { pause() } }, nil)
  }

  private static func enter(_ places: Places, _ newest: Int) {
    var fence = Fence()
    fence.folders = [places.folder]
    print(fence.enter(newest: newest).text)
  }

  private static func tryAll(_ places: Places) {
    for place in Place.allCases {
      place.run {
        for attempt in Attempt.allCases {
          let error = attempt.result(places)
          let words = error == 0 ? "done" : String(cString: strerror(error))
          print("\(place.rawValue) \(attempt.rawValue): \(words)")
        }
      }
    }
  }

  private static func tryCalls() {
    for index in 0..<disobedient_count() where disobedient_call(index) != EPERM {
      print("call \(index) is not refused")
    }
  }
}
