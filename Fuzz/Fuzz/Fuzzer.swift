import CFuzzer
import Foundation
import FuzzTargets

/// libFuzzer, which knows one function of one target.
enum Fuzzer {
  // Set once before the first input, read by one thread.
  private nonisolated(unsafe) static var target: any FuzzTarget.Type = FuzzCatalog.all[0]

  /// Hands libFuzzer the program's arguments behind the target's name.
  static func run(_ target: any FuzzTarget.Type) -> CInt {
    self.target = target
    let words =
      [CommandLine.arguments[0], "-max_len=\(target.longest)"]
      + CommandLine.arguments.dropFirst(2)
    var count = CInt(words.count)
    // libFuzzer keeps the arguments until the program ends.
    let texts = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: words.count + 1)
    for (index, word) in words.enumerated() { texts[index] = strdup(word) }
    texts[words.count] = nil
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = texts
    return LLVMFuzzerRunDriver(&count, &arguments) { start, count in
      do {
        try Fuzzer.target.run(Array(UnsafeBufferPointer(start: start, count: count)))
      } catch {
        fatalError("broken law: \(error)")
      }
      return 0
    }
  }
}
