// swift-tools-version: 6.2
import PackageDescription

/// One set of strict settings for every Swift target.
/// Warnings are errors on continuous integration only, so that a newer compiler does not lock users out.
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
  name: "rheostat",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "rheostat", targets: ["rheostat"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // What the tool carries inside its binary: data files, embedded by the C compiler.
    .target(name: "CResources"),
    // The engine's innermost loops, compiled for several instruction sets.
    .target(name: "CLanes"),
    .systemLibrary(name: "CSBML", pkgConfig: "libsbml", providers: [.apt(["libsbml5-dev"])]),
    // Stops libSBML's C++ exceptions, which would otherwise end the program.
    .target(name: "CSBMLGuard", dependencies: ["CSBML"]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

    // Values only.
    .target(name: "Domain", dependencies: ["CResources"], exclude: ["Data"], swiftSettings: strict),
    .target(name: "Statistics", swiftSettings: strict),

    // The stages: they never import one another, nor the store.
    .target(name: "Ingest", dependencies: ["Domain", toml], swiftSettings: strict),
    .target(
      name: "Indices", dependencies: ["Domain", "CResources"], exclude: ["Data"], swiftSettings: strict),
    .target(name: "Engine", dependencies: ["CLanes", "CSBML", "CSBMLGuard"], swiftSettings: strict),
    .target(
      name: "Mechanism", dependencies: ["Domain", "Engine", "Statistics", "CResources"],
      exclude: [
        "Model", "Experiments/claims.csv", "Experiments/experiments.csv", "Experiments/backgrounds.csv",
        "Experiments/clamps.csv", "Experiments/prior_agreement.csv", "Treatment/interventions.csv",
      ],
      swiftSettings: strict),
    .target(name: "Report", dependencies: ["Domain", "Statistics"], swiftSettings: strict),

    // The only place with SQL, and the place where stages and store meet.
    .target(name: "Store", dependencies: ["Domain", "CSQLite", grdb], swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: [
        "Domain", "Store", "Ingest", "Indices", "Engine", "Mechanism", "Report", "Statistics", "CResources", crypto,
      ],
      swiftSettings: strict),
    .executableTarget(name: "rheostat", dependencies: ["Pipeline", argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "generate-sample-data", dependencies: ["Domain", argumentParser], path: "sample-data/Generator",
      swiftSettings: strict),
    .executableTarget(
      name: "engine-benchmark", dependencies: ["Engine"], path: "Benchmarks/Engine", swiftSettings: strict),
    .executableTarget(
      name: "index-benchmark", dependencies: ["Domain", "Indices", "Store"], path: "Benchmarks/Indices",
      swiftSettings: strict),
    .executableTarget(
      name: "calibrate",
      dependencies: ["Mechanism", "Domain", "Engine", "Pipeline", "Report", "Statistics", argumentParser],
      path: "Calibration/Program", swiftSettings: strict),

    .testTarget(name: "DomainTests", dependencies: ["Domain"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: strict),
    .testTarget(name: "IngestTests", dependencies: ["Ingest", "Domain"], swiftSettings: strict),
    .testTarget(name: "IndicesTests", dependencies: ["Indices", "Domain"], swiftSettings: strict),
    .testTarget(
      name: "EngineTests", dependencies: ["Engine", "CLanes"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "MechanismTests", dependencies: ["Mechanism", "Domain", "Engine"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportTests", dependencies: ["Report", "Domain"], exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(name: "StoreTests", dependencies: ["Store", "Domain", "CSQLite", grdb], swiftSettings: strict),
    .testTarget(
      name: "CalibrationTests",
      dependencies: ["calibrate", "Mechanism", "Domain", "Engine", "Report", "Statistics"], swiftSettings: strict),
    .testTarget(name: "PipelineTests", dependencies: ["Pipeline", "Domain"], swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["Domain", "rheostat", crypto], swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)
