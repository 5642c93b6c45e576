// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same language mode and the same warnings.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func library(_ name: String, _ pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Libraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "sala",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "sala", targets: ["sala"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    ],
    targets: [
        library("CThai", "libthai", apt: "libthai-dev"),
        library("CSodium", "libsodium", apt: "libsodium-dev"),
        library("CCurl", "libcurl", apt: "libcurl4-openssl-dev"),
        library("CXLSXWriter", "xlsxwriter", apt: "libxlsxwriter-dev"),
        library("CZip", "libzip", apt: "libzip-dev"),
        library("CMagic", "libmagic", apt: "libmagic-dev"),

        room("SalaThai", ["CThai"]),
        room("SalaAnalysis"),
        room("SalaEngine", ["SalaThai"]),
        room("SalaDefinitions", ["SalaEngine", .product(name: "Yams", package: "Yams")]),
        room("SalaDatabase", [.product(name: "GRDB", package: "GRDB.swift")]),
        room(
            "SalaStore",
            ["SalaEngine", "SalaAnalysis", "SalaThai", "SalaDatabase", crypto, "CSodium", "CMagic", logging]),
        room("SalaLetters", ["SalaEngine", "SalaThai", "CCurl", mustache]),
        room("SalaExchange", ["SalaEngine", "SalaStore", "SalaThai", "CXLSXWriter", "CZip"]),
        room(
            "SalaWeb",
            [
                "SalaEngine", "SalaStore", "SalaThai", "SalaDefinitions", "SalaExchange",
                hummingbird, logging,
            ]),
        .executableTarget(
            name: "sala",
            dependencies: [
                "SalaThai", "SalaAnalysis", "SalaEngine", "SalaDefinitions", "SalaDatabase", "SalaStore",
                "SalaLetters",
                "SalaExchange", "SalaWeb", hummingbird, logging,
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        tests("SalaThaiTests", ["SalaThai"]),
        tests("SalaAnalysisTests", ["SalaAnalysis"]),
        tests("SalaEngineTests", ["SalaEngine", "SalaThai"]),
        tests("SalaDefinitionsTests", ["SalaDefinitions", "SalaEngine"]),
        tests("SalaDatabaseTests", ["SalaDatabase"]),
        tests(
            "SalaStoreTests",
            [
                "SalaStore", "SalaDefinitions", "SalaEngine", "SalaAnalysis", "SalaDatabase", "SalaThai",
                crypto,
            ]),
        .target(
            name: "TestingMail", path: "Tests/TestingMail", exclude: ["sink.py"], swiftSettings: strict),
        tests("SalaLettersTests", ["SalaLetters", "SalaEngine", "SalaThai", "TestingMail"]),
        tests("SalaExchangeTests", ["SalaExchange", "SalaStore", "SalaEngine", "SalaThai"]),
        tests(
            "SalaWebTests",
            [
                "SalaWeb", "SalaStore", "SalaDefinitions", "SalaEngine", "SalaExchange", "SalaDatabase",
                "SalaLetters",
                .product(name: "HummingbirdTesting", package: "hummingbird"), hummingbird,
            ]),
        tests(
            "JourneyTests",
            ["SalaStore", "SalaDefinitions", "SalaLetters", "SalaEngine", "SalaDatabase", "SalaThai"]),
        tests(
            "FrontDoorTests",
            [
                "sala", "SalaDefinitions", "SalaStore", "SalaExchange", "SalaLetters", "SalaEngine",
                "SalaDatabase", "SalaThai", "TestingMail",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), logging,
            ]),
        tests("HouseRulesTests", []),
    ]
)
