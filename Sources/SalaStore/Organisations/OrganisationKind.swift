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

    /// What people call the kind where they look for organisations of it, in Thai and English.
    public var words: [String] {
        switch self {
        case .metropolitan: ["กรุงเทพมหานคร", "Bangkok Metropolitan Administration"]
        case .provincialOrganisation: ["องค์การบริหารส่วนจังหวัด", "Provincial administrative organisation"]
        case .special: ["เมืองพัทยา", "City of Pattaya"]
        case .cityMunicipality: ["เทศบาลนคร", "City municipality"]
        case .townMunicipality: ["เทศบาลเมือง", "Town municipality"]
        case .subdistrictMunicipality: ["เทศบาลตำบล", "Subdistrict municipality"]
        case .subdistrictOrganisation:
            ["องค์การบริหารส่วนตำบล", "Subdistrict administrative organisation"]
        case .agency: ["หน่วยงานของรัฐ", "Government agency"]
        case .university: ["มหาวิทยาลัย", "University"]
        case .school: ["โรงเรียน", "School"]
        case .company: ["บริษัท", "Company"]
        case .association: ["สมาคมหรือชุมชน", "Association or community"]
        }
    }

    var isMunicipality: Bool {
        switch self {
        case .cityMunicipality, .townMunicipality, .subdistrictMunicipality: true
        default: false
        }
    }
}
