import Foundation
import Testing

@testable import Sandbox

#if os(Linux)
  /// Each of these runs a program of its own, since nobody leaves the fence.
  @Suite(
    .enabled(if: Protection.available.isWhole, "this kernel has no Landlock, or no seccomp"))
  struct `A program that disobeys` {
    private static let places = [
      "mainThread", "poolThread", "dispatchThread", "task", "generator", "child",
    ]
    private static let files = [
      "writeNew", "overwrite", "truncate", "remove", "move", "link", "makeFolder", "read", "list",
    ]
    private static let rest = ["changeMode", "connect", "start", "signal"]

    @Test func `does all of it where there is no fence`() throws {
      let program = try DisobedientProgram()
      let expected = Self.places.flatMap { place in
        (Self.files + Self.rest).map { "\(place) \($0): done" }
      }
      #expect(try program.run("free") == expected)
      #expect(program.connections == Self.places.count)
    }

    @Test func `is refused everything from every thread and from a child`() throws {
      let program = try DisobedientProgram()
      let before = try program.namesOutside()
      let lines = try program.run("fenced")
      let (denied, forbidden) = ("Permission denied", "Operation not permitted")
      let expected = Self.places.flatMap { place in
        Self.files.map { attempt in
          let word = attempt == "truncate" ? forbidden : denied
          return "\(place) \(attempt): \(attempt == "link" ? "Invalid cross-device link" : word)"
        } + Self.rest.map { "\(place) \($0): \(forbidden)" }
      }
      #expect(lines == [Protection.available.text] + expected)
      #expect(program.connections == 0)
      #expect(try program.namesOutside() == before)
    }

    /// Older kernels know fewer rights; what is left to Landlock alone must hold with the first ones.
    @Test(arguments: 1...6) func `is refused everything by older kernels`(version: Int) throws {
      let program = try DisobedientProgram()
      let before = try program.namesOutside()
      let lines = try program.run("fenced", newest: version)
      #expect(lines.first == "Landlock (ABI \(version)), seccomp")
      #expect(lines.count == 1 + Self.places.count * (Self.files + Self.rest).count)
      #expect(lines.filter { $0.hasSuffix("done") } == [])
      #expect(program.connections == 0)
      #expect(try program.namesOutside() == before)
    }

    @Test func `is refused each system call of the list`() throws {
      #expect(try DisobedientProgram().run("calls") == [Protection.available.text])
    }

    @Test func `gets no fence, and is told so, once it has a second thread`() throws {
      #expect(try DisobedientProgram().run("late") == ["none"])
    }
  }
#endif
