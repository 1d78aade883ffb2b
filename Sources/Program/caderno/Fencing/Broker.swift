internal import Datasets
internal import Diagnostics
internal import FoundationEssentials
internal import Synchronization

/// A process beside this one that opens no lesson: it does the few things that the fence forbids.
final class Broker: Sendable {
  private typealias Answer = BrokerService.Answer
  /// One request at a time.
  private let channel: Mutex<Channel>
  private let revisions: [GitRevision]

  private init(_ channel: Channel, _ revisions: [GitRevision]) {
    self.channel = Mutex(channel)
    self.revisions = revisions
  }

  /// Forks it off, before the fence goes up.
  ///
  /// - Returns: nil where there is no fence on this system, or no process to be had.
  static func start(_ service: BrokerService) -> Broker? {
    #if os(Linux)
      Channel.fork(service.run).map { Broker($0.channel, service.revisions) }
    #else
      nil
    #endif
  }

  /// The bytes of a file at a revision that the command line names; nil where there is none.
  func bytes(_ path: String, at revision: GitRevision) -> [UInt8]? {
    let path = Array(path.utf8)
    guard let number = revisions.firstIndex(of: revision), path.count < 1 << 16 else { return nil }
    return channel.withLock { channel in
      Self.ask(.object, number, channel, path)
      let (answer, bytes) = Self.answer(channel)
      return answer == .bytes ? bytes : nil
    }
  }

  /// - Parameter rest: fewer than 65,536 bytes.
  private static func ask(
    _ request: BrokerService.Request, _ number: Int, _ channel: Channel, _ rest: [UInt8] = []
  ) {
    let length = [UInt8(rest.count & 255), UInt8(rest.count >> 8)]
    channel.write([request.rawValue, UInt8(number)] + length + rest)
  }

  /// What downloads through the broker.
  var fetcher: DatasetLocator.Fetcher {
    { name, isCancelled, onProgress throws(DatasetError) in
      try self.channel.withLock { channel throws(DatasetError) in
        try Self.download(name, channel, isCancelled, onProgress)
      }
    }
  }

  private static func download(
    _ name: String, _ channel: Channel, _ isCancelled: () -> Bool,
    _ onProgress: (TransferProgress) -> Void
  ) throws(DatasetError) -> [TriedPlace] {
    guard let number = DatasetCatalog.all.firstIndex(where: { $0.name == name }) else { return [] }
    ask(.download, number, channel)
    var hasCancelled = false
    while true {
      if !hasCancelled, isCancelled() {
        hasCancelled = true
        ask(.cancel, 0, channel)
      }
      guard channel.isReady(within: 100) else { continue }
      let (answer, bytes) = answer(channel)
      switch answer {
      case .progress:
        if let progress: TransferProgress = value(bytes) { onProgress(progress) }
      case .tried: return value(bytes) ?? []
      case .cancelled: throw .cancelled
      case .refused, .bytes, nil: return [.noBroker]
      }
    }
  }

  /// The next answer; nil where the broker has ended.
  private static func answer(_ channel: Channel) -> (Answer?, [UInt8]) {
    guard let head = channel.read(5) else { return (nil, []) }
    let length = (0..<4).reduce(0) { $0 | Int(head[1 + $1]) << (8 * $1) }
    guard let bytes = channel.read(length) else { return (nil, []) }
    return (Answer(rawValue: head[0]), bytes)
  }

  private static func value<Value: Decodable>(_ bytes: [UInt8]) -> Value? {
    try? JSONDecoder().decode(Value.self, from: Data(bytes))
  }
}

extension TriedPlace {
  /// The process that downloads was killed.
  fileprivate static let noBroker = TriedPlace(
    kind: Message("download", pt: "download"), location: "the process that downloads has ended")
}
