internal import Datasets
internal import FoundationEssentials

/// What a broker does for the process behind the fence: a closed list, decided by the command line.
struct BrokerService {
  /// Where data sets of the catalog are downloaded to; nil where none are.
  var locator: DatasetLocator?
  /// Files in git that the command line names.
  var revisions: [GitRevision] = []

  /// What may be asked for; the first byte of a request. The second is the number of the thing that is
  /// meant. Two bytes with the length of the rest follow.
  enum Request: UInt8 {
    /// A data set by its number in the catalog. `cancel` ends it, and is no request at other times.
    case download = 1
    case cancel
    /// A file at a revision of the command line; the rest is its path.
    case object
  }

  /// What an answer is; its first byte. Four bytes with the length of the rest follow.
  enum Answer: UInt8 {
    /// How far a download is: `TransferProgress` as JSON; more answers follow.
    case progress = 1
    /// Places that were tried in vain, as JSON.
    case tried
    case cancelled
    /// The bytes that were asked for.
    case bytes
    /// There is no such thing to ask for.
    case refused
  }

  /// Answers requests until the other side has ended.
  func run(_ channel: Channel) {
    while let head = channel.read(4), let rest = channel.read(Int(head[2]) | Int(head[3]) << 8) {
      switch Request(rawValue: head[0]) {
      case .download: download(Int(head[1]), channel)
      case .cancel: break
      case .object: object(Int(head[1]), String(decoding: rest, as: UTF8.self), channel)
      case nil: return
      }
    }
  }

  private func download(_ number: Int, _ channel: Channel) {
    guard let locator, DatasetCatalog.all.indices.contains(number) else {
      return Self.send(.refused, to: channel)
    }
    do throws(DatasetError) {
      let tried = try locator.download(
        DatasetCatalog.all[number].name, isCancelled: { channel.isReady(within: 0) },
        onProgress: { Self.send(.progress, Self.json($0), to: channel) })
      Self.send(.tried, Self.json(tried), to: channel)
    } catch {
      Self.send(.cancelled, to: channel)
    }
  }

  private func object(_ number: Int, _ path: String, _ channel: Channel) {
    guard revisions.indices.contains(number), let bytes = revisions[number].bytes(path) else {
      return Self.send(.refused, to: channel)
    }
    Self.send(.bytes, bytes, to: channel)
  }

  private static func json(_ value: some Encodable) -> [UInt8] {
    guard let data = try? JSONEncoder().encode(value) else {
      preconditionFailure("BrokerService: a value cannot be encoded")
    }
    return Array(data)
  }

  private static func send(_ answer: Answer, _ bytes: [UInt8] = [], to channel: Channel) {
    let length = (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
    channel.write([answer.rawValue] + length + bytes)
  }
}
