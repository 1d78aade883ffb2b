import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A small HTTP server on loopback that misbehaves on request. It answers a bounded number of
/// requests, each on a thread of its own, and stops with the test.
final class DownloadServer: Sendable {
  /// How a path is answered.
  enum Answer: Sendable {
    case file([UInt8])
    /// As a file, but `Range` is ignored.
    case fileWithoutRanges([UInt8])
    case status(Int)
    case redirect(String)
    /// Sends this much of the file, then nothing more until the client gives up.
    case stall([UInt8], after: Int)
    /// Says the whole length, sends this much, and closes.
    case truncate([UInt8], after: Int)
  }

  let port: UInt16
  private let listener: Int32
  private let answers: [String: Answer]
  private let requests = Mutex<[String]>([])

  init(_ answers: [String: Answer]) throws {
    self.answers = answers
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        bind(listener, raw, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, raw, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in accept() }
  }

  deinit { close(listener) }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The requests so far, each with its headers.
  var seen: [String] { requests.withLock { $0 } }

  /// Ends the server.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func accept() {
    for _ in 0..<64 {
      let client = Glibc.accept(listener, nil, nil)
      if client < 0 { return }
      Thread.detachNewThread { [self] in
        answer(client)
        close(client)
      }
    }
  }

  private func answer(_ client: Int32) {
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = recv(client, &buffer, buffer.count, 0)
    guard count > 0 else { return }
    let request = String(decoding: buffer[0..<count], as: UTF8.self)
    requests.withLock { $0.append(request) }
    let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    switch answers[path] ?? .status(404) {
    case .file(let bytes): sendFile(bytes, request, client)
    case .fileWithoutRanges(let bytes): sendWhole(bytes, announcing: bytes.count, client)
    case .status(let code):
      send("HTTP/1.1 \(code) X\r\nContent-Length: 5\r\nConnection: close\r\n\r\nerror", client)
    case .redirect(let target):
      send(
        "HTTP/1.1 302 X\r\nLocation: \(target)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        client)
    case .stall(let bytes, let after):
      sendWhole(Array(bytes[..<after]), announcing: bytes.count, client)
      // Until the client hangs up.
      _ = recv(client, &buffer, buffer.count, 0)
    case .truncate(let bytes, let after):
      sendWhole(Array(bytes[..<after]), announcing: bytes.count, client)
    }
  }

  private func sendFile(_ bytes: [UInt8], _ request: String, _ client: Int32) {
    guard let range = request.range(of: "Range: bytes="),
      let start = Int(request[range.upperBound...].prefix { $0.isNumber })
    else { return sendWhole(bytes, announcing: bytes.count, client) }
    guard start < bytes.count else {
      return send(
        "HTTP/1.1 416 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", client)
    }
    send(
      "HTTP/1.1 206 X\r\nContent-Length: \(bytes.count - start)\r\n"
        + "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)\r\n"
        + "Connection: close\r\n\r\n", client)
    send(Array(bytes[start...]), client)
  }

  private func sendWhole(_ bytes: [UInt8], announcing length: Int, _ client: Int32) {
    send("HTTP/1.1 200 X\r\nContent-Length: \(length)\r\nConnection: close\r\n\r\n", client)
    send(bytes, client)
  }

  private func send(_ text: String, _ client: Int32) { send(Array(text.utf8), client) }

  private func send(_ bytes: [UInt8], _ client: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent <= 0 { return }
      rest = rest.dropFirst(sent)
    }
  }
}
