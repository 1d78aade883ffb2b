internal import Datasets
internal import FoundationEssentials

/// What a broker does for the process behind the fence: a closed list, decided by the command line.
struct BrokerService {
  /// Where data sets of the catalog are downloaded to.
  let locator: DatasetLocator

  /// What may be asked for; the first byte of a request. The second says which of the command line's
  /// things is meant.
  enum Request: UInt8 {
    /// A data set by its place in the catalog. `cancel` ends it, and is no request at other times.
    case download = 1
    case cancel
  }

  /// What an answer is; its first byte. Four bytes with the length of the rest follow.
  enum Answer: UInt8 {
    /// How far a download is: `TransferProgress` as JSON; more answers follow.
    case progress = 1
    /// Places that were tried in vain, as JSON.
    case tried
    case cancelled
    /// There is no such thing to ask for.
    case refused
  }

  /// Answers requests until the other side has ended.
  func run(_ channel: Channel) {
    while let request = channel.read(2) {
      switch Request(rawValue: request[0]) {
      case .download: download(Int(request[1]), channel)
      case .cancel: break
      case nil: return
      }
    }
  }

  private func download(_ number: Int, _ channel: Channel) {
    guard DatasetCatalog.all.indices.contains(number) else {
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
