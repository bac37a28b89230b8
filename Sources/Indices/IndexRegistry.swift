import Domain

/// Every index that Rheostat computes, in the order of its columns.
public enum IndexRegistry {
  /// The indices, in the order in which results, tables and reports show them.
  public static let all: [any Index.Type] = [
    EGFR.self, BMI.self, CKDEPI2021.self, KDIGOGFRCategory.self, KDIGOAlbuminuriaCategory.self, HOMAIR.self,
    HOMAB.self, QUICKI.self, TyG.self, LeptinAdiponectinRatio.self, AdipoIR.self, GNRI.self, GNRILorentz.self,
    RevisedQUICKI.self, FIRI.self, TyGBMI.self, TyGWC.self, TriglycerideHDLRatio.self, METSIR.self, METSVF.self,
    McAuley.self, HOMAAD.self, SPISE.self, EGDR.self, AIP.self, LAP.self, VAI.self, FLI.self, FIB4.self,
    MetSZWaist.self,
    MetSZBMI.self, MetSZAdolescent.self, CKDEPI2021CreatinineCystatin.self, CKDEPI2012Cystatin.self, CKDEPI2009.self,
    EKFC.self, EKFCCystatin.self, MDRD.self, ChineseMDRD.self, Schwartz.self, KDIGORisk.self, CKDChronicity.self,
    EGFRSlope.self, KFRE4NorthAmerica2.self, KFRE4NorthAmerica5.self, KFRE4Elsewhere2.self, KFRE4Elsewhere5.self,
    KFRE6NorthAmerica2.self, KFRE6NorthAmerica5.self, KFRE6Elsewhere2.self, KFRE6Elsewhere5.self,
    KFRE8NorthAmerica2.self, KFRE8NorthAmerica5.self, KFRE8Elsewhere2.self, KFRE8Elsewhere5.self,
    PREVENTCVD10.self, PREVENTCVD30.self, PREVENTCVDAlbuminuria10.self, PREVENTCVDHaemoglobin10.self,
    PREVENTCVDFull10.self, PREVENTASCVD10.self, PREVENTASCVD30.self, PREVENTASCVDAlbuminuria10.self,
    PREVENTASCVDHaemoglobin10.self, PREVENTASCVDFull10.self, PREVENTHeartFailure10.self, PREVENTHeartFailure30.self,
    PREVENTHeartFailureAlbuminuria10.self, PREVENTHeartFailureHaemoglobin10.self, PREVENTHeartFailureFull10.self,
    PREVENTCVDAlbuminuria30.self, PREVENTCVDHaemoglobin30.self, PREVENTCVDFull30.self,
    PREVENTASCVDAlbuminuria30.self, PREVENTASCVDHaemoglobin30.self, PREVENTASCVDFull30.self,
    PREVENTHeartFailureAlbuminuria30.self, PREVENTHeartFailureHaemoglobin30.self, PREVENTHeartFailureFull30.self,
    PNI.self, CONUT.self, ProteinEnergyWasting.self, NPCR.self, NPNA.self, MIS.self,
  ]

  /// Their definitions, in the same order.
  public static let definitions: [IndexDefinition] = all.map { $0.definition }

  /// Those that are computed one by one, with their places.
  static let single: [(type: any Index.Type, place: Int)] = all.enumerated()
    .compactMap { place, type in type is any FamilyIndex.Type ? nil : (type, place) }

  /// Those that are worked out together when a visit is read.
  static let families = FamilyRun.all(all)

  /// All indices of all visits.
  /// - Returns: Values by index (the order of `all`), then by visit (the order of the block).
  public static func compute(_ block: PanelBlock) -> [[IndexValue]] { VisitScores.columns(of: block).indices }
}
