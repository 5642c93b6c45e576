public import SalaEngine
import SalaThai

/// What an organisation is; the raw value is how files and the database write it.
public enum OrganisationKind: String, CaseIterable, Sendable {
    case metropolitan = "Metropolitan"
    case provincialOrganisation = "PAO"
    case special = "Special"
    case cityMunicipality = "CityMunicipality"
    case townMunicipality = "TownMunicipality"
    case subdistrictMunicipality = "SubdistrictMunicipality"
    case subdistrictOrganisation = "SAO"
    case agency = "Agency"
    case university = "University"
    case school = "School"
    case company = "Company"
    case association = "Association"

    /// What an official Thai name of the kind begins with, before the name of the place.
    var thaiPrefix: String {
        LocalGovernment.Kind(rawValue: rawValue)?.thaiName(of: "") ?? ""
    }

    /// What an official English name of the kind ends with, in lower case.
    var englishSuffix: String {
        LocalGovernment.Kind(rawValue: rawValue)?.englishName(of: "").lowercased() ?? ""
    }

    /// How people shorten the kind in English.
    var englishAbbreviation: String {
        switch self {
        case .provincialOrganisation: "pao"
        case .subdistrictOrganisation: "sao"
        case .metropolitan, .special, .cityMunicipality, .townMunicipality, .subdistrictMunicipality, .agency,
            .university, .school, .company, .association:
            ""
        }
    }

    /// What the kind is called, in that language: people read it, and find organisations of the kind by it.
    public func name(_ language: Language) -> String {
        let isThai = language == .thai
        return switch self {
        case .metropolitan: isThai ? "กรุงเทพมหานคร" : "Bangkok Metropolitan Administration"
        case .provincialOrganisation: isThai ? thaiPrefix : "Provincial administrative organisation"
        case .special: isThai ? "เมืองพัทยา" : "City of Pattaya"
        case .cityMunicipality: isThai ? thaiPrefix : "City municipality"
        case .townMunicipality: isThai ? thaiPrefix : "Town municipality"
        case .subdistrictMunicipality: isThai ? thaiPrefix : "Subdistrict municipality"
        case .subdistrictOrganisation: isThai ? thaiPrefix : "Subdistrict administrative organisation"
        case .agency: isThai ? "หน่วยงานของรัฐ" : "Government agency"
        case .university: isThai ? "มหาวิทยาลัย" : "University"
        case .school: isThai ? "โรงเรียน" : "School"
        case .company: isThai ? "บริษัท" : "Company"
        case .association: isThai ? "สมาคมหรือชุมชน" : "Association or community"
        }
    }

    var isMunicipality: Bool {
        switch self {
        case .cityMunicipality, .townMunicipality, .subdistrictMunicipality: true
        default: false
        }
    }
}
