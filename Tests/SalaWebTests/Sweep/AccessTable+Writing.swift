extension AccessTable {
    /// Everything that is sent, with what `SweepValues.fields` fills in. A `-` stands for who may.
    static let writing = """
        # address                              nobody citiz entra rival scree judge other chair offic neigh
        /registration                               -
        /registration/address                       -
        /sign-in                                    -
        /sign-out                                   -
        /password-resets                            -
        /verifications/{link}                     404
        /password-resets/{link}                   404
        /account                                  401    -    -    -    -    -    -    -    -    -
        /account/password                         401    -    -    -    -    -    -    -    -    -
        /account/sessions/{session}/end           401  404    -  404  404  404  404  404  404  404
        /account/other-sessions/end               401    -    -    -    -    -    -    -    -    -
        /memberships                              401    -    -    -    -    -    -    -    -    -
        /memberships/{organisation}/people/{person}/decision 401 403 - 403 403 403 403 403 -  403
        # The newcomer is asked about; the entrant belongs to the organisation, the others have not asked to.
        /memberships/{organisation}/people/{person}/end 401 403 409 403 403 403 403 403 409 403
        /memberships/{organisation}/withdrawal    401  409  409  409  409  409  409  409  409  409
        # Only a demo has this.
        /personas/{persona}                       404

        # address                              nobody citiz entra rival scree judge other chair offic neigh
        /calls/{call=next}/submissions            401  403    -  403  403  403  403  403  403  403
        /calls/{call=secret}/submissions          401  404  404  404  404  404  404  404  409  404
        /submissions/{submission}/pages/{page}    401  404  409  404  403  403  404  403  403  404
        /submissions/{submission=draft}/pages/{page} 401 404  -  404  404  404  404  404  404  404
        /submissions/{submission}/actions/{action}   401 404  -  404  403  403  404  403  403  404
        /submissions/{submission}/actions/{action=select} 401 404 403 404 403 403 404  -    -  404
        /submissions/{submission=rival}/actions/{action=pass} 401 404 404 403 - 404 404 403 -  404
        /submissions/{submission=draft}/actions/{action=submit} 401 404 - 404 404 404 404 404 404 404

        /invitations/{link}                       404
        /submissions/{submission}/invitation      401  404  404  404  404  404  404  404  404  404
        /submissions/{submission}/colleagues      401  404  409  404  403  403  404  403  403  404
        /submissions/{submission=draft}/colleagues 401 404   -   404  404  404  404  404  404  404
        # There is no such invitation.
        /submissions/{submission=draft}/colleagues/{invitation}/withdrawal \
            401 404 404 404 404 404 404 404 404 404
        /submissions/{submission}/colleagues/{invitation}/withdrawal 401 404 404 404 403 403 404 403 403 404
        /submissions/{submission}/colleagues/{invitation}/end 401 404 404 404 404 404 404 404 404 404

        # address                              nobody citiz entra rival scree judge other chair offic neigh
        /desks/calls                              401  403  403  403  403  403  403  403    -  403
        /calls/{call}/settings                    401  403  403  403  403  403  403  403    -  403
        /calls/{call=secret}/settings             401  404  404  404  404  404  404  404    -  404
        /calls/{call}/publication                 401  403  403  403  403  403  403  403    -  403
        /calls/{call=secret}/publication          401  404  404  404  404  404  404  404    -  404
        /calls/{call}/deletion                    401  403  403  403  403  403  403  403    -  403
        /calls/{call=secret}/deletion             401  404  404  404  404  404  404  404    -  404
        /calls/{call}/contact                     401  403  403  403  403  403  403  403    -  403
        /calls/{call=secret}/contact              401  404  404  404  404  404  404  404    -  404
        /calls/{call}/extensions                  401  403  403  403  403  403  403  403    -  403
        /calls/{call}/exports                     401  403  403  403  403  403  403  403    -  403
        /calls/{call=secret}/exports              401  404  404  404  404  404  404  404  409  404
        /calls/{call}/exports/{export}/cancellation 401 403 403 403 403  403  403  403  410  403
        /calls/{call}/late-access                 401  403  403  403  403  403  403  403    -  403
        /calls/{call=secret}/late-access          401  404  404  404  404  404  404  404    -  404
        # The officer may: but nobody was let in.
        /calls/{call}/late-access/withdrawals     401  403  403  403  403  403  403  403  409  403
        /calls/{call}/people                      401  403  403  403  403  403  403  403    -  403
        /calls/{call=secret}/people               401  404  404  404  404  404  404  404    -  404
        /calls/{call}/people/revocations          401  403  403  403  403  403  403  403    -  403
        # To the officer it is known: but nothing has gone wrong with it.
        /letters/{letter}/redeliveries            401  404  404  404  404  404  404  404  409  404
        /letters/{letter=citizen}/redeliveries    401  404  404  404  404  404  404  404  404  404
        # The chair has a desk, but this action is not the chair's: no row moves.
        /calls/{call}/bulk-actions                401  403  403  403    -  403  403  422    -  403
        /calls/{call=secret}/bulk-actions         401  404  404  404  404  404  404  404    -  404
        /calls/{call}/saved-filters               401  403  403  403    -  403  403    -    -  403
        /calls/{call=secret}/saved-filters        401  404  404  404  404  404  404  404    -  404
        # Everybody's filters are their own, and none of them has this one.
        /calls/{call}/saved-filters/{filter}/removal 401 404 404 404 404 404 404 404 404 404
        /calls/{call}/judging/conflicts           401  403  403  403  403    -    -  403  403  403
        /submissions/{submission}/reviews/{round} 401  404  403  404  403    -  404  403  403  404
        /submissions/{submission}/reviews/{round}/conflict   401 404 403 404 403 - 404 403 403 404
        /submissions/{submission}/reviews/{round}/abstention 401 404 403 404 403 - 404 403 403 404
        /calls/{call}/rounds/{round}/assignments  401  403  403  403  403  403  403  403    -  403
        /calls/{call}/rounds/{round}/assignment-list 401 403 403 403 403 403  403  403    -  403
        /submissions/{submission=judging}/rounds/{round}/judges 401 404 404 404 403 403 404 403 - 404
        /submissions/{submission=judging}/rounds/{round}/judges/{judge}/withdrawal \
            401 404 404 404 403 403 404 403 - 404
        /submissions/{submission=judging}/rounds/{round}/judges/{judge}/recusal \
            401 404 404 404 403 403 404 - - 404
        # The officer may: but this judge has declared nothing.
        /submissions/{submission=judging}/rounds/{round}/judges/{judge}/reassignment \
            401 404 404 404 403 403 404 403 409 404
        /submissions/{submission=judging}/rounds/{round}/judges/{judge}/reopening \
            401 404 404 404 403 403 404 409 409 404
        # Judges have been asked, so the rule stands; decisions have closed the round.
        /calls/{call}/rounds/{round}/rule         401  403  403  403  403  403  403  403  409  403
        /calls/{call}/rounds/{round}/further      401  403  403  403  403  403  403  409  409  403
        /calls/{call}/rounds/{round}/selection    401  403  403  403  403  403  403    -    -  403
        /calls/{call}/rounds/{round}/selection/withdrawal 401 403 403 403 403 403 403  -    -  403
        /calls/{call}/rounds/{round}/release      401  403  403  403  403  403  403    -    -  403
        """
}
