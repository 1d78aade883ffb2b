import Diagnostics
import Foundation
import Testing

@testable import Datasets

/// Downloads from a server on loopback that stalls, truncates, lies and redirects.
@Suite final class DownloadTests {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("caderno-\(UUID().uuidString)").path
  let content = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 251) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func fetch(
    _ answers: [String: DownloadServer.Answer], _ paths: [String] = ["/a"], limit: Int = 1 << 20,
    kept: [UInt8]? = nil, isCancelled: () -> Bool = { false }
  ) throws -> (outcome: Result<[UInt8], DownloadFailures>, requests: [String], server: UInt16) {
    let server = try DownloadServer(answers)
    defer { server.stop() }
    if let kept {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(kept).write(to: URL(fileURLWithPath: "\(folder)/file.part"))
    }
    let file = RemoteFile(name: "file", mirrors: paths.map(server.url), sizeLimit: limit)
    let content = content
    do {
      let path = try Downloader(stallSeconds: 1).fetch(
        file, into: folder,
        verify: { path in
          FileManager.default.contents(atPath: path).map { Array($0) } == content ? nil : "not it"
        }, isCancelled: isCancelled, onProgress: { _ in })
      return (
        .success(Array(try Data(contentsOf: URL(fileURLWithPath: path)))), server.seen, server.port
      )
    } catch let failures as DownloadFailures {
      return (.failure(failures), server.seen, server.port)
    }
  }

  private func failures(_ answers: [String: DownloadServer.Answer], limit: Int = 1 << 20)
    throws -> [DownloadFailure]
  {
    guard case .failure(let failures) = try fetch(answers, limit: limit).outcome else { return [] }
    return failures.attempts.map(\.failure)
  }

  private var left: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test func `a file arrives whole and leaves nothing beside it`() throws {
    #expect(try fetch(["/a": .file(content)]).outcome.get() == content)
    #expect(left == ["file"])
  }

  @Test func `redirects are followed`() throws {
    let answers: [String: DownloadServer.Answer] = ["/a": .redirect("/b"), "/b": .file(content)]
    #expect(try fetch(answers).outcome.get() == content)
  }

  @Test func `a loop of redirects ends`() throws {
    #expect(try failures(["/a": .redirect("/a")]) == [.redirects])
  }

  @Test func `a redirect to a file of this machine is refused`() throws {
    #expect(try failures(["/a": .redirect("file:///etc/passwd")]) == [.redirects])
  }

  @Test(arguments: [403, 404, 500, 503])
  func `an error page is no file`(status: Int) throws {
    #expect(try failures(["/a": .status(status)]) == [.status(status)])
    #expect(!left.contains("file"))
  }

  @Test func `a stalled transfer ends`() throws {
    #expect(try failures(["/a": .stall(content, after: 1000)]) == [.stalled(seconds: 1)])
    #expect(left == ["file.part"])
  }

  @Test func `a truncated transfer is noticed, and the next one goes on from there`() throws {
    #expect(
      try failures(["/a": .truncate(content, after: 20_000)]) == [.truncated(received: 20_000)])
    let next = try fetch(["/a": .file(content)])
    #expect(try next.outcome.get() == content)
    #expect(next.requests.first?.contains("Range: bytes=20000-\r\n") == true)
  }

  @Test func `a server without ranges starts anew`() throws {
    let next = try fetch(["/a": .fileWithoutRanges(content)], kept: Array(content[..<777]))
    #expect(try next.outcome.get() == content)
  }

  @Test func `a kept part that belongs to another file is thrown away`() throws {
    let next = try fetch(["/a": .file(content)], kept: [UInt8](repeating: 1, count: 500))
    #expect(try next.outcome.get() == content)
    #expect(next.requests.count == 2)
  }

  @Test func `a kept part that is complete is taken`() throws {
    #expect(try fetch(["/a": .file(content)], kept: content).outcome.get() == content)
  }

  @Test func `wrong bytes are refused and removed`() throws {
    let wrong = [UInt8](repeating: 0, count: 50_000)
    #expect(try failures(["/a": .file(wrong)]) == [.wrongContent(reason: "not it")])
    #expect(left.isEmpty)
  }

  @Test func `more bytes than allowed are refused, whatever the header says`() throws {
    #expect(try failures(["/a": .file(content)], limit: 10_000) == [.tooLarge(limit: 10_000)])
  }

  @Test func `the next mirror is tried, and every failure is kept`() throws {
    let answers: [String: DownloadServer.Answer] = ["/a": .status(404), "/c": .file(content)]
    #expect(try fetch(answers, ["/a", "/b", "/c"]).outcome.get() == content)
    guard case .failure(let failures) = try fetch(["/a": .status(500)], ["/a", "/b"]).outcome
    else {
      Issue.record("nothing failed")
      return
    }
    #expect(failures.attempts.map(\.failure) == [.status(500), .status(404)])
  }

  @Test func `a refused connection is a failure like others`() throws {
    let server = try DownloadServer([:])
    server.stop()
    let file = RemoteFile(name: "file", mirrors: [server.url("/a")], sizeLimit: 10)
    let error = #expect(throws: DownloadFailures.self) {
      _ = try Downloader(stallSeconds: 1).fetch(
        file, into: folder, verify: { _ in nil }, isCancelled: { false }, onProgress: { _ in })
    }
    #expect(error?.attempts.first?.failure.message.english == "Couldn't connect to server")
  }

  @Test func `cancelling ends the search`() throws {
    guard
      case .failure(let failures) = try fetch(
        ["/a": .file(content)], ["/a", "/a"], isCancelled: { true }
      ).outcome
    else {
      Issue.record("nothing failed")
      return
    }
    #expect(failures.isCancelled)
    #expect(failures.attempts.count == 1)
  }

  @Test func `a folder that can't be made is named`() throws {
    let file = RemoteFile(name: "file", mirrors: ["http://127.0.0.1:9/a"], sizeLimit: 10)
    let error = #expect(throws: DownloadFailures.self) {
      _ = try Downloader().fetch(
        file, into: "/dev/null/x", verify: { _ in nil }, isCancelled: { false },
        onProgress: { _ in })
    }
    #expect(
      error?.attempts.first?.failure.message.english
        == "/dev/null/x: cannot be written: the folder cannot be made")
  }
}
