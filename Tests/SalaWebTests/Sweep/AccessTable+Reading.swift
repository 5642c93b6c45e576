extension AccessTable {
    /// Every page that is asked for. Who may not see it gets 404 where it is not known to be there, 403 where
    /// it is, and the way to sign in when nobody is signed in.
    static let reading = """
        # address                              nobody citiz entra rival scree judge other chair offic neigh
        /                                         200
        /receipts                                 200
        /receipts/{code}                          200
        /receipts/{code=none}                     404
        /calls/{call}                             200
        /calls/{call=secret}                      404  404  404  404  404  404  404  404  200  404
        /calls/{call=none}                        404
        /calls/{call}/criteria                    200
        /calls/{call=secret}/criteria             404  404  404  404  404  404  404  404  200  404
        /register                                 200
        /register/{call}                          200
        /register/{call=secret}                   404
        /register/{call}/data.csv                 200
        /register/{call}/data.json                200
        /register/{call}/feed.atom                200
        /register/{call}/fields                   200
        /register/{call=secret}/fields            404
        /register/{call=secret}/data.csv          404
        /register/{call=secret}/data.json         404
        /register/{call=secret}/feed.atom         404
        # Of the first round a decision is still held, and the call has released nothing as a whole.
        /register/{call}/rounds/{round}             404
        /register/{call}/rounds/{round=final}       404
        /register/{call}/rounds/{round=none}      404
        /register/{call=next}/rounds/{round}      404
        /register/{call=secret}/rounds/{round}    404
        /register/{call}/rounds/{round=final}/scores.csv   404
        /register/{call}/rounds/{round}/scores.csv 404
        /register/{call}/rounds/{round=final}/result.json  404
        /register/{call}/rounds/{round}/result.json 404
        /register/{call}/{number}                 200
        /register/{call}/{number=held}            404
        /register/{call}/{number=not-selected}    404
        /register/{call}/{number}/attachments/{attachment=picture}    200
        /register/{call}/{number}/attachments/{attachment=document}   404
        /register/{call}/{number}/attachments/{attachment}            404
        /register/{call}/{number}/attachments/{attachment=picture}/thumbnail  200
        # A document has no small copy, for whoever may see it.
        /register/{call}/{number}/attachments/{attachment=document}/thumbnail 404

        /sign-in                                  200  303  303  303  303  303  303  303  303  303
        /registration                             200  303  303  303  303  303  303  303  303  303
        /registration/address                     200
        /mailbox?about=registration               200
        /mailbox                                  404
        /verifications/{link}                     404
        /password-resets                          200
        /password-resets/{link}                   404
        /account                                  303  200  200  200  200  200  200  200  200  200
        /account/password                         303
        /account/letters                          303  200  200  200  200  200  200  200  200  200
        /memberships                              303  200  200  200  200  200  200  200  200  200
        /memberships/{organisation}               303  404  200  404  404  404  404  404  200  404
        /memberships/{organisation=none}          303  404  404  404  404  404  404  404  404  404
        # Pages with a mistake stand there; they are read again where they came from.
        /memberships/{organisation}/people/{person}/decision 303
        /memberships/{organisation}/people/{person}/end      303
        /organisations?query=ตัวอย่าง              200
        # Only a demo has these.
        /outbox                                   404
        /outbox/{letter}                          404

        # address                              nobody citiz entra rival scree judge other chair offic neigh
        /following                                303  200  200  200  200  200  200  200  200  200
        /calls/{call}/submissions/new             303  200  200  200  200  200  200  200  200  200
        /calls/{call=secret}/submissions/new      303  404  404  404  404  404  404  404  200  404
        /submissions/{submission}                 303  404  200  404  200  200  404  200  200  404
        /submissions/{submission=draft}           303  404  200  404  404  404  404  404  404  404
        /submissions/{submission=rival}           303  404  404  200  200  404  404  200  200  404
        /submissions/{submission=winner}          303  404  404  404  200  200  404  200  200  404
        /submissions/{submission}/summary         303  404  409  404  403  403  404  403  403  404
        /submissions/{submission=draft}/summary   303  404  200  404  404  404  404  404  404  404
        /submissions/{submission}/pages/{page}    303  404  409  404  403  403  404  403  403  404
        /submissions/{submission=draft}/pages/{page}      303  404  200  404  404  404  404  404  404  404
        /submissions/{submission=draft}/pages/{page=none} 303  404  404  404  404  404  404  404  404  404
        /submissions/{submission}/changes         303  404  200  404  200  200  404  200  200  404
        /submissions/{submission=draft}/changes   303  404  200  404  404  404  404  404  404  404
        /submissions/{submission}/actions/{action}        303  404  200  404  403  403  404  403  403  404
        /submissions/{submission}/actions/{action=select} 303  404  403  404  403  403  404  409  409  404
        /submissions/{submission}/actions/{action=none}   303  404  404  404  404  404  404  404  404  404
        /submissions/{submission=rival}/actions/{action=pass} 303 404 404 403 200  404  404  403  200  404
        /submissions/{submission}/attachments/{attachment}        303 404 200 404 200 200 404 200 200 404
        /submissions/{submission=draft}/attachments/{attachment=draft} 303 404 200 404 404 404 404 404 404 404
        /submissions/{submission=draft}/attachments/{attachment=draft}/thumbnail \
            303 404 404 404 404 404 404 404 404 404
        /submissions/{submission}/attachments/{attachment=held}/thumbnail \
            303 404 200 404 200 200 404 200 200 404
        # A file of another submission than the one in the address is not there.
        /submissions/{submission=rival}/attachments/{attachment}  303 404 404 404 404 404 404 404 404 404
        /invitations/{link}                       404
        # What one is not invited to is not there, whoever one is.
        /submissions/{submission}/invitation      303  404  404  404  404  404  404  404  404  404
        /submissions/{submission}/colleagues      303  404  200  404  403  403  404  403  403  404
        /submissions/{submission=draft}/colleagues 303 404  200  404  404  404  404  404  404  404
        /submissions/{submission}/versions        303  404  200  404  403  403  404  403  403  404
        /submissions/{submission=draft}/versions  303  404  200  404  404  404  404  404  404  404
        /letters/{letter}                         303  404  200  404  404  404  404  200  200  404
        /letters/{letter=citizen}                 303  200  404  404  404  404  404  404  404  404

        # address                              nobody citiz entra rival scree judge other chair offic neigh
        /desks                                    303  200  200  200  200  200  200  200  200  200
        /desks/calls/new                          303  403  403  403  403  403  403  403  200  200
        /calls/{call}/settings                    303  403  403  403  403  403  403  403  200  403
        /calls/{call=secret}/settings             303  404  404  404  404  404  404  404  200  404
        /calls/{call}/preview                     303  403  403  403  403  403  403  403  200  403
        /calls/{call=secret}/preview              303  404  404  404  404  404  404  404  200  404
        /calls/{call}/preview/{role}/{example}    303  403  403  403  403  403  403  403  200  403
        /calls/{call=secret}/preview/{role}/{example} 303 404 404 404 404 404 404 404 200 404
        /calls/{call}/publication                 303  403  403  403  403  403  403  403  409  403
        /calls/{call=secret}/publication          303  404  404  404  404  404  404  404  200  404
        /calls/{call}/deletion                    303  403  403  403  403  403  403  403  409  403
        /calls/{call=secret}/deletion             303  404  404  404  404  404  404  404  200  404
        /calls/{call}/contact                     303  403  403  403  403  403  403  403  200  403
        /calls/{call=secret}/contact              303  404  404  404  404  404  404  404  409  404
        /calls/{call}/exports                     303  403  403  403  403  403  403  403  200  403
        /calls/{call=secret}/exports              303  404  404  404  404  404  404  404  200  404
        # There is no such export.
        /calls/{call}/exports/{export}/file       303  403  403  403  403  403  403  403  404  403
        /calls/{call}/late-access                 303  403  403  403  403  403  403  403  200  403
        /calls/{call=secret}/late-access          303  404  404  404  404  404  404  404  200  404
        /calls/{call}/extensions                  303  403  403  403  403  403  403  403  409  403
        /calls/{call=next}/extensions             303  403  403  403  403  403  403  403  200  403
        /calls/{call=secret}/extensions           303  404  404  404  404  404  404  404  409  404
        /calls/{call}/people                      303  403  403  403  403  403  403  403  200  403
        /calls/{call}/letters                     303  403  403  403  403  403  403  403  200  403
        /calls/{call=secret}/letters              303  404  404  404  404  404  404  404  200  404
        /calls/{call=secret}/people               303  404  404  404  404  404  404  404  200  404
        /calls/{call}/desk                        303  403  403  403  200  403  403  200  200  403
        /calls/{call=secret}/desk                 303  404  404  404  404  404  404  404  200  404
        # A filter that was refused stands there; it is read again at the desk.
        /calls/{call}/saved-filters               303
        /calls/{call}/judging                     303  403  403  403  403  200  200  403  403  403
        /calls/{call}/judging/conflicts           303  403  403  403  403  200  200  403  403  403
        /calls/{call=secret}/judging/conflicts    303  404  404  404  404  404  404  404  403  404
        /submissions/{submission}/reviews/{round} 303  404  403  404  403  200  404  403  403  404
        /submissions/{submission=rival}/reviews/{round} 303 404 404 403 403 404 404  403  403  404
        # Nothing is ticked: the desk says so, and an action that is none is not found before that.
        /calls/{call}/bulk-actions                303  403  403  403  404  403  403  404  404  403
        /calls/{call=secret}/bulk-actions         303  404  404  404  404  404  404  404  404  404
        /calls/{call}/rounds/{round}              303  403  403  403  403  403  403  200  200  403
        /calls/{call=secret}/rounds/{round}       303  404  404  404  404  404  404  404  200  404
        /calls/{call}/rounds/{round=none}         303  404  404  404  404  404  404  404  404  404
        # What is decided in the round has closed it.
        /calls/{call}/rounds/{round}/assignments?seed=7 303 403 403 403 403  403  403  403  409  403
        /calls/{call=next}/rounds/{round}/assignments?seed=7 303 403 403 403 403 403 403 403 200  403
        /calls/{call}/rounds/{round}/judges/{judge} 303  403  403  403  403  403  403  403  200  403
        /calls/{call=secret}/rounds/{round}/judges/{judge} 303 404 404 404 404 404 404 404  404  404
        /calls/{call}/rounds/{round}/assignment-list.csv 303 403 403 403 403  403  403  403  409  403
        /calls/{call=next}/rounds/{round}/assignment-list.csv 303 403 403 403 403 403 403 403 200 403
        # Who leads a round opens reviews there again.
        /submissions/{submission}/rounds/{round}/judges 303 404 403 404 403 403 404  200  200  404
        /calls/{call}/rounds/{round}/rule         303  403  403  403  403  403  403  200  200  403
        /calls/{call}/rounds/{round}/chair        303  403  403  403  403  403  403  200  200  403
        /calls/{call}/rounds/{round}/chair.csv    303  403  403  403  403  403  403  200  200  403
        /calls/{call}/rounds/{round}/chair-judges.csv 303 403 403 403 403 403 403  200  200  403
        /calls/{call}/rounds/{round}/further      303  403  403  403  403  403  403  409  409  403
        /calls/{call}/rounds/{round}/ranking      303  403  403  403  403  403  403  200  200  403
        /calls/{call}/rounds/{round}/ranking.csv  303  403  403  403  403  403  403  200  200  403
        /calls/{call}/rounds/{round}/distribution.csv 303 403 403 403 403 403 403  200  200  403
        /calls/{call}/rounds/{round}/ranking/{submission} 303 403 403 403 403 403 403 200 200  403
        /calls/{call}/rounds/{round}/release      303  403  403  403  403  403  403  200  200  403
        /calls/{call}/rounds/{round}/release?action=select 303 403 403 403 403 403 403  200  200  403
        /calls/{call}/rounds/{round}/release?action=nothing 303 403 403 403 403 403 403 404  404  403
        """
}
