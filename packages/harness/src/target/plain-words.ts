/** Words of which error messages are made. None of them is a name. */
export const PLAIN_WORDS =
  'a about above accept accepted access account accounts action active actual add added after again against all allow allowed already ' +
  'also an and another any are argument array as ask at attempt attribute authenticate authenticated authentication authorization ' +
  'authorized available bad be because been before being below between boolean both but by call called can cannot case change changed ' +
  'character characters check client code collection column complex conflict connection constraint contain contains could create ' +
  'creating credentials current data database date deactivate deactivated deadlock decimal default deleted denied deny did different ' +
  'directory disabled do does done duplicate duplicated during each either element else email empty enabled endpoint entity entry equal ' +
  'exactly exceed exceeded exceeds exception exist existing exists expected expired external failed failure false field fields find ' +
  'for forbidden format found from gateway given global group groups has have header id identifier if immutable in include included ' +
  'incorrect index input insert instead insufficient integer internal into invalid is it item items its key known large least length ' +
  'less limit line list long longer lookup mail malformed managed manager many match matched matches matching maximum may member ' +
  'members message method minimum missing modify more most multiple must name named names needed needs no none not nothing null number ' +
  'object occurred of on once one only operation operator optional or other out over page parameter parse parsed parser password path ' +
  'payload permission permitted phone please policy position present primary problem process processing property protected provided ' +
  'query rate reached read readonly reason record reference referenced refused rejected relation remove removed replace request ' +
  'requested required requires reserved resource response result retry return returned role row same schema see sent server service ' +
  'set should sign size slow some something source specified stack started state statement step still string sub-attribute success ' +
  'support supported syntax system table taken target temporarily than that the their them then there these they this time timeout to ' +
  'too trace true try type unable unassigned unauthorized unavailable undefined unexpected unique unknown unprocessable unsupported ' +
  'sign signin login logged welcome unauthenticated session redirecting ' +
  'until update updated url use used user username users using valid validate validation value values violates violation was when ' +
  'where which while will with within without work write wrong you your zero'
