import type { WireToken } from "./wire.ts";

type Organization = Pick<
  WireToken,
  "displayName" | "organizationName" | "locationName" | "appleId" | "countryOrRegion" | "vppTokenAccountType"
>;

/** Invented owners of VPP tokens, in several countries and scripts; every address is at a reserved domain. */
export const organizations = {
  contoso: school(
    "us",
    "Contoso – all schools",
    "Contoso School District",
    "Contoso Middle School",
    "contoso",
  ),
  fabrikam: company("gb", "Fabrikam shops", "Fabrikam Retail Ltd", "Manchester", "fabrikam"),
  northwind: company("us", "Northwind field tablets", "Northwind Traders", "Warehouse West", "northwind"),
  severny: school("ru", "Школы округа", "Школьный округ «Северный»", "Гимназия «Речная»", "severny"),
  midorino: school("jp", "みどり野学園 iPad", "学校法人みどり野学園", "みどり野中学校", "midorino"),
  alwaha: school("ae", "أجهزة مدارس الواحة", "مدارس الواحة الخضراء", "الفرع الرئيسي", "alwaha"),
  adatum: company("de", "Adatum Außendienst", "Adatum Logistik GmbH", "Lager München", "adatum"),
  tailspin: company("fr", "Tailspin boutiques", "Tailspin Jouets SARL", "Lyon Part-Dieu", "tailspin"),
  wingtip: company("ca", "Wingtip Media", "Médias Wingtip inc.", "Montréal", "wingtip"),
  litware: company("br", "Litware Saúde", "Litware Saúde S.A.", "São Paulo", "litware"),
  proseware: company("se", "Proseware Vård", "Proseware Vård AB", "Malmö", "proseware"),
  trey: company("au", "Trey Research labs", "Trey Research Pty Ltd", "Brisbane", "trey"),
  lucerne: company("ch", "Lucerne Publishing", "Lucerne Publishing AG", "Luzern", "lucerne"),
} as const satisfies Record<string, Organization>;

function school(
  country: string,
  name: string,
  owner: string,
  location: string,
  domain: string,
): Organization {
  return { ...company(country, name, owner, location, domain), vppTokenAccountType: "education" };
}

function company(
  country: string,
  name: string,
  owner: string,
  location: string,
  domain: string,
): Organization {
  return {
    displayName: name,
    organizationName: owner,
    locationName: location,
    appleId: `apple.manager@${domain}.example`,
    countryOrRegion: country,
    vppTokenAccountType: "business",
  };
}
