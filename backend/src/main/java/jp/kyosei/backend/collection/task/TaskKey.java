package jp.kyosei.backend.collection.task;

import jp.kyosei.backend.tenancy.MunicipalityCode;

/** Which task of a round: what is asked, of which municipality. */
public record TaskKey(TaskSubject subject, MunicipalityCode municipality) {}
